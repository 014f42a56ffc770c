/* A program that ends at once, to stand where a product's program stands. */
int main(void) { return 0; }
