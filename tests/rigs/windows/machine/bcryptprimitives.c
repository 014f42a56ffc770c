/* The one function of bcryptprimitives.dll that Rust's standard library asks for.
   Wine 8 does not have that file; SystemFunction036 of advapi32.dll fills the same need. */
unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);
__declspec(dllexport) int __stdcall ProcessPrng(void *buffer, unsigned long long length) {
    return SystemFunction036(buffer, (unsigned long)length);
}
