/* Runs a program as this account has it without an administrator's rights: `account PROGRAM [ARGUMENT …]`.

   Its token says that it is not elevated, and Administrators stands in it only where a list denies something, as in
   the token that Windows gives a person who was not asked for consent. Ends as the program ends. */
#include <windows.h>
#include <wchar.h>

/* The token without rights; NULL: there is none. */
static HANDLE limited(void)
{
    SID_IDENTIFIER_AUTHORITY authority = {SECURITY_NT_AUTHORITY};
    SID_AND_ATTRIBUTES administrators = {0};
    TOKEN_LINKED_TOKEN linked;
    HANDLE own, without = NULL;
    DWORD length;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &own)) return NULL;
    if (!GetTokenInformation(own, TokenLinkedToken, &linked, sizeof(linked), &length)) return NULL;
    if (!AllocateAndInitializeSid(&authority, 2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_ADMINS, 0, 0, 0, 0, 0, 0,
                                  &administrators.Sid)) return NULL;
    CreateRestrictedToken(linked.LinkedToken, 0, 1, &administrators, 0, NULL, 0, NULL, &without);
    return without;
}

/* This program's own command line without its own name. */
static wchar_t *rest(wchar_t *line)
{
    wchar_t end = *line == L'"' ? L'"' : L' ';
    line = wcschr(line + 1, end);
    return line ? line + 1 + wcsspn(line + 1, L" ") : NULL;
}

int wmain(int count, wchar_t **words)
{
    STARTUPINFOW start = {sizeof(start)};
    PROCESS_INFORMATION process;
    HANDLE token = limited();
    DWORD code;
    (void)words;
    if (count < 2) return 64;
    if (!token || !CreateProcessAsUserW(token, NULL, rest(GetCommandLineW()), NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return GetLastError();
    WaitForSingleObject(process.hProcess, INFINITE);
    return GetExitCodeProcess(process.hProcess, &code) ? code : GetLastError();
}
