/* Sets the access rights of registry keys, as they stand on a real Windows, and asks which keys then refuse
   to be read.

   descriptors FILE

   FILE is UTF-16 with a line for each key: the security descriptor, a tab, the key. The descriptor is written
   as SDDL, or as `hex:` and the bytes that a hive holds. Children come before their parents.
   Once set they stay: a list that refuses everybody refuses this program too. On standard output: `set N`, `refused N`, and a line for each key that refuses or could not be set. */
#include <windows.h>
#include <sddl.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define READ_ALL (KEY_READ | KEY_WOW64_64KEY)

static LSTATUS open_key(const wchar_t *path, REGSAM rights, HKEY *key)
{
    HKEY hive = !wcsncmp(path, L"HKCU\\", 5) ? HKEY_CURRENT_USER : HKEY_LOCAL_MACHINE;
    return RegOpenKeyExW(hive, path + 5, 0, rights | KEY_WOW64_64KEY, key);
}

static int digit(wchar_t c)
{
    return c <= L'9' ? c - L'0' : (c | 32) - L'a' + 10;
}

static PSECURITY_DESCRIPTOR parse(const wchar_t *text)
{
    PSECURITY_DESCRIPTOR descriptor = NULL;
    size_t i, length = wcslen(text + 4) / 2;
    BYTE *bytes;
    if (wcsncmp(text, L"hex:", 4)) {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1, &descriptor, NULL);
        return descriptor;
    }
    if (!(bytes = LocalAlloc(0, length + 1))) return NULL;
    for (i = 0; i < length; i++) bytes[i] = digit(text[4 + 2 * i]) << 4 | digit(text[5 + 2 * i]);
    if (IsValidSecurityDescriptor(bytes)) return bytes;
    LocalFree(bytes);
    return NULL;
}

static LSTATUS set(const wchar_t *path, const wchar_t *text)
{
    SECURITY_INFORMATION parts = OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
    PSECURITY_DESCRIPTOR descriptor = parse(text);
    HKEY key;
    LSTATUS error;
    if (!descriptor) return ERROR_INVALID_SECURITY_DESCR;
    error = open_key(path, WRITE_DAC | WRITE_OWNER, &key);
    if (!error) {
        error = RegSetKeySecurity(key, parts, descriptor);
        RegCloseKey(key);
    }
    LocalFree(descriptor);
    return error;
}

static wchar_t *whole(const wchar_t *name)
{
    FILE *file = _wfopen(name, L"rb");
    long length;
    wchar_t *text;
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    length = ftell(file);
    rewind(file);
    text = calloc(length / 2 + 1, 2);
    if (text) length = fread(text, 2, length / 2, file);
    fclose(file);
    return text;
}

static void say(const char *word, LSTATUS error, const wchar_t *path)
{
    char utf8[8192];
    WideCharToMultiByte(CP_UTF8, 0, path, -1, utf8, sizeof(utf8), NULL, NULL);
    printf("%s %ld %s\n", word, (long)error, utf8);
}

/* Goes through the lines; with `ask` it opens each key, else it sets its rights. Returns how many agreed. */
static int each(const wchar_t *lines, BOOL ask, int *others)
{
    wchar_t *text = _wcsdup(lines), *line, *path;
    int agreed = 0;
    HKEY key;
    for (line = wcstok(text, L"\r\n"); line; line = wcstok(NULL, L"\r\n")) {
        LSTATUS error;
        if (!(path = wcschr(line, L'\t'))) continue;
        *path++ = 0;
        error = ask ? open_key(path, READ_ALL, &key) : set(path, line);
        if (!error && ask) RegCloseKey(key);
        if (!error) agreed++;
        else { ++*others; say(ask ? "refuses" : "failed", error, path); }
    }
    free(text);
    return agreed;
}

int wmain(int count, wchar_t **words)
{
    wchar_t *lines = count < 2 ? NULL : whole(words[1]);
    int failed = 0, refused = 0;
    if (!lines) return 64;
    printf("set %d\n", each(lines, FALSE, &failed));
    each(lines, TRUE, &refused);
    printf("refused %d\n", refused);
    return failed ? 1 : 0;
}
