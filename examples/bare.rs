//! A window with nothing in it, opened with the same renderer as ours: what `tests/bench/window`
//! measures against.
//!
//! `cargo run --release --example bare -- [wgpu|glow]`

use eframe::egui;

struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("A window with nothing in it"));
    }
}

#[expect(clippy::disallowed_methods, reason = "a program reads its own arguments here")]
fn main() -> eframe::Result {
    let renderer = match std::env::args().nth(1).as_deref() {
        Some("glow") => eframe::Renderer::Glow,
        _ => eframe::Renderer::Wgpu,
    };
    let viewport = egui::ViewportBuilder::default().with_inner_size([1000.0, 700.0]);
    let options = eframe::NativeOptions { renderer, viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(Bare))))
}
