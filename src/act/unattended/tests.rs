//! On a computer that is played: each refusal, the order, every end of an uninstaller, the gate and the restart.

mod answers;
mod ends;
mod play;
mod refusals;
