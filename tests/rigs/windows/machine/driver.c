/* A driver that does nothing. Wine loads it, so its state is a real "running". */
long DriverEntry(void *driver, void *path) {
    (void)driver;
    (void)path;
    return 0;
}
