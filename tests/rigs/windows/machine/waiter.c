/* Waits ten minutes, as an uninstaller that hangs. With the word `busy` it holds what Windows Installer holds while it
   works. Called msiexec.exe it ends at once, as Windows Installer does when it works on something else already. */
#include <windows.h>
#include <string.h>

int main(int count, char **words)
{
    char own[MAX_PATH];
    if (GetModuleFileNameA(NULL, own, sizeof(own)) && strstr(own, "msiexec")) return 1618;
    if (count > 1 && !strcmp(words[1], "busy")) CreateMutexA(NULL, TRUE, "Global\\_MSIExecute");
    Sleep(600000);
    return 0;
}
