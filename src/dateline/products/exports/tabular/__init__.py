"""Tables as CSV or Parquet, with the descriptors that tell what is in them."""
