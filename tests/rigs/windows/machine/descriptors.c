/* Sets the access rights of registry keys, as they stand on a real Windows, and asks which keys refuse to be read.

   descriptors set FILE     a line for each key, children before their parents; then it asks them all
   descriptors ask FILE     only asks
   descriptors walk FILE    a line for each pattern: a key with * for any one name, and a last ** for the key and all
                            below it. Every key that is there gets what the last line says that means it.

   FILE is UTF-16. A line is a security descriptor, a tab, and the key. The descriptor is written as SDDL, or as
   `hex:` and the bytes that a hive holds. A pattern without one leaves that key and all below it alone.
   Once set they stay: a list that refuses everybody refuses this program too, and so `walk` passes over it. On
   standard output: `set N`, `refused N`, and a line for each key that refuses or could not be set. */
#include <windows.h>
#include <sddl.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define READ_ALL (KEY_READ | KEY_WOW64_64KEY)
#define CHANGE_RIGHTS (KEY_READ | WRITE_DAC | WRITE_OWNER | KEY_WOW64_64KEY)
#define PARTS (OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION)
#define LONGEST_NAME 256
#define MOST_STEPS 16
#define MOST_PATTERNS 64

struct pattern {
    const wchar_t *steps[MOST_STEPS];
    int length;
    BOOL below;
    PSECURITY_DESCRIPTOR descriptor; /* NULL: leave it alone */
};
static struct pattern patterns[MOST_PATTERNS];
static int many, agreed, refused, failed;

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
    PSECURITY_DESCRIPTOR descriptor = parse(text);
    HKEY key;
    LSTATUS error;
    if (!descriptor) return ERROR_INVALID_SECURITY_DESCR;
    error = open_key(path, WRITE_DAC | WRITE_OWNER, &key);
    if (!error) {
        error = RegSetKeySecurity(key, PARTS, descriptor);
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
    /* A second zero: `learn` goes on behind the last line. */
    text = calloc(length / 2 + 2, 2);
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

/* Goes through the lines; with `ask` it opens each key, else it sets its rights. */
static void each(const wchar_t *lines, BOOL ask)
{
    wchar_t *text = _wcsdup(lines), *line, *path;
    HKEY key;
    for (line = wcstok(text, L"\r\n"); line; line = wcstok(NULL, L"\r\n")) {
        LSTATUS error;
        if (!(path = wcschr(line, L'\t'))) continue;
        *path++ = 0;
        error = ask ? open_key(path, READ_ALL, &key) : set(path, line);
        if (error) { say(ask ? "refuses" : "failed", error, path); ++*(ask ? &refused : &failed); }
        else if (ask) RegCloseKey(key);
        else agreed++;
    }
    free(text);
}

/* Reads a pattern from each line. */
static BOOL learn(wchar_t *text)
{
    wchar_t *line, *path, *step, *end = text;
    while ((line = wcstok(end, L"\r\n"))) {
        struct pattern *one = &patterns[many++];
        end = line + wcslen(line) + 1;
        if (many > MOST_PATTERNS || !(path = wcschr(line, L'\t'))) return FALSE;
        *path++ = 0;
        for (step = wcstok(path, L"\\"); step; step = wcstok(NULL, L"\\")) {
            if (!wcscmp(step, L"**")) one->below = TRUE;
            else if (one->length == MOST_STEPS) return FALSE;
            else one->steps[one->length++] = step;
        }
        if (*line && !(one->descriptor = parse(line))) return FALSE;
    }
    return many > 0;
}

/* Takes out of `fitting` the patterns that a name at this depth does not fit. Returns whether one means this very
   key, and the descriptor of the last one that does. */
static BOOL meant(const wchar_t *name, int depth, ULONGLONG *fitting, PSECURITY_DESCRIPTOR *wanted)
{
    BOOL means = FALSE;
    int i;
    for (i = 0; i < many; i++) {
        struct pattern *one = &patterns[i];
        BOOL inside = depth < one->length;
        BOOL fits = inside ? !wcscmp(one->steps[depth], L"*") || !_wcsicmp(one->steps[depth], name) : one->below;
        if (!fits) *fitting &= ~(1ULL << i);
        if (!(*fitting >> i & 1) || depth + 1 < one->length) continue;
        *wanted = one->descriptor;
        means = TRUE;
    }
    return means;
}

/* Sets what is meant below a key. `fitting` has a bit for each pattern that the keys down to here fit. A link is
   opened as it stands: nothing is below it. */
static void walk(HKEY above, int depth, ULONGLONG fitting)
{
    wchar_t name[LONGEST_NAME];
    DWORD index, length;
    for (index = 0; length = LONGEST_NAME, !RegEnumKeyExW(above, index, name, &length, NULL, NULL, NULL, NULL); index++) {
        PSECURITY_DESCRIPTOR wanted = NULL;
        ULONGLONG fit = fitting;
        BOOL means = meant(name, depth, &fit, &wanted), may;
        LSTATUS error;
        HKEY key;
        if (!fit || (means && !wanted)) continue;
        may = !RegOpenKeyExW(above, name, REG_OPTION_OPEN_LINK, CHANGE_RIGHTS, &key);
        if (!may && RegOpenKeyExW(above, name, REG_OPTION_OPEN_LINK, READ_ALL, &key)) { refused++; continue; }
        walk(key, depth + 1, fit);
        if (may && means) {
            error = RegSetKeySecurity(key, PARTS, wanted);
            /* One that went away in the meantime needs no rights. */
            if (!error) agreed++;
            else if (error != ERROR_KEY_DELETED) { say("failed", error, name); failed++; }
        }
        RegCloseKey(key);
    }
}

/* The same below a hive. */
static void hive(HKEY key, const wchar_t *name)
{
    PSECURITY_DESCRIPTOR nobody;
    ULONGLONG fitting = many == MOST_PATTERNS ? ~0ULL : (1ULL << many) - 1;
    meant(name, 0, &fitting, &nobody);
    walk(key, 1, fitting);
}

int wmain(int count, wchar_t **words)
{
    wchar_t *lines = count < 3 ? NULL : whole(words[2]);
    if (!lines) return 64;
    if (!wcscmp(words[1], L"walk")) {
        if (!learn(lines)) return 65;
        hive(HKEY_LOCAL_MACHINE, L"HKLM");
        hive(HKEY_CURRENT_USER, L"HKCU");
    } else {
        if (!wcscmp(words[1], L"set")) each(lines, FALSE);
        each(lines, TRUE);
    }
    printf("set %d\nrefused %d\n", agreed, refused);
    return failed ? 1 : 0;
}
