/* What `reg save`, `reg load` and `reg unload` do on a real Windows; Wine's `reg` has none of them.

   `hives save KEY FILE`, `hives load KEY FILE`, `hives unload KEY`, with a key like HKLM\Name. Ends with Windows' code. */
#include <windows.h>
#include <wchar.h>

/* Both privileges stand in an administrator's token, switched off. */
static void switch_on(const wchar_t *privilege)
{
    TOKEN_PRIVILEGES wanted = {1};
    HANDLE own;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES, &own)) return;
    wanted.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
    if (LookupPrivilegeValueW(NULL, privilege, &wanted.Privileges[0].Luid))
        AdjustTokenPrivileges(own, FALSE, &wanted, 0, NULL, NULL);
    CloseHandle(own);
}

static LONG save(const wchar_t *key, const wchar_t *file)
{
    HKEY open;
    LONG code = RegOpenKeyExW(HKEY_LOCAL_MACHINE, key, 0, KEY_READ, &open);
    if (code) return code;
    DeleteFileW(file);
    code = RegSaveKeyW(open, file, NULL);
    RegCloseKey(open);
    return code;
}

int wmain(int count, wchar_t **words)
{
    if (count < 3 || wcsncmp(words[2], L"HKLM\\", 5)) return 64;
    switch_on(SE_BACKUP_NAME);
    switch_on(SE_RESTORE_NAME);
    if (count == 4 && !wcscmp(words[1], L"save")) return save(words[2] + 5, words[3]);
    if (count == 4 && !wcscmp(words[1], L"load")) return RegLoadKeyW(HKEY_LOCAL_MACHINE, words[2] + 5, words[3]);
    if (count == 3 && !wcscmp(words[1], L"unload")) return RegUnLoadKeyW(HKEY_LOCAL_MACHINE, words[2] + 5);
    return 64;
}
