"""What people say of rows that were read otherwise: logged, applied to readings before anything is made of them, undone, listed."""
