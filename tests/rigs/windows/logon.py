"""Starts a program on Windows as another account, with its password: what `runas` does, without asking."""

import ctypes
from ctypes import wintypes

WITH_PROFILE = 1
WITHOUT_WINDOW = 0x08000000
TIMED_OUT = 258

# The account's own registry and folders, which Windows made when it came.
WITHOUT_PROFILE = (
    "$sid = (Get-LocalUser -Name '{name}').SID.Value; "
    'Get-CimInstance Win32_UserProfile -Filter "SID=\'$sid\'" | Remove-CimInstance'
)


class Startup(ctypes.Structure):
    """STARTUPINFOW."""

    _fields_ = [
        ("size", wintypes.DWORD),
        ("reserved", wintypes.LPWSTR),
        ("desktop", wintypes.LPWSTR),
        ("title", wintypes.LPWSTR),
        *[(name, wintypes.DWORD) for name in ("x", "y", "width", "height", "columns", "rows", "colours", "flags")],
        ("show", wintypes.WORD),
        ("reserved_size", wintypes.WORD),
        ("reserved_bytes", ctypes.c_void_p),
        *[(name, wintypes.HANDLE) for name in ("stdin", "stdout", "stderr")],
    ]


class Process(ctypes.Structure):
    """PROCESS_INFORMATION."""

    _fields_ = [
        ("process", wintypes.HANDLE),
        ("thread", wintypes.HANDLE),
        ("process_id", wintypes.DWORD),
        ("thread_id", wintypes.DWORD),
    ]


def run(name, password, line, folder, seconds):
    """Runs a command line to its end. Its exit code."""
    start, made = Startup(size=ctypes.sizeof(Startup)), Process()
    begin = ctypes.WinDLL("advapi32", use_last_error=True).CreateProcessWithLogonW
    begin.argtypes = [
        *[wintypes.LPCWSTR] * 3,
        wintypes.DWORD,
        wintypes.LPCWSTR,
        wintypes.LPWSTR,
        wintypes.DWORD,
        ctypes.c_void_p,
        wintypes.LPCWSTR,
        ctypes.POINTER(Startup),
        ctypes.POINTER(Process),
    ]
    # A dot: the account is this computer's own.
    words = (name, ".", password, WITH_PROFILE, None, ctypes.create_unicode_buffer(line), WITHOUT_WINDOW, None, folder)
    if not begin(*words, ctypes.byref(start), ctypes.byref(made)):
        raise ctypes.WinError(ctypes.get_last_error())
    return ended(made, seconds)


def ended(made, seconds):
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    process, code = wintypes.HANDLE(made.process), wintypes.DWORD()
    try:
        if kernel.WaitForSingleObject(process, seconds * 1000) == TIMED_OUT:
            kernel.TerminateProcess(process, 1)
            raise TimeoutError("a program of the account without rights did not come to its end")
        kernel.GetExitCodeProcess(process, ctypes.byref(code))
    finally:
        kernel.CloseHandle(process)
        kernel.CloseHandle(wintypes.HANDLE(made.thread))
    return code.value
