"""What people take away: pure functions of readings and stories."""
