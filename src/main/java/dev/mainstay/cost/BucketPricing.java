package dev.mainstay.cost;

/** S3 buckets in the standard storage class. */
final class BucketPricing {
  void bucket(Bill.Entry entry) {
    entry.byUse("bucket storage", Use.BUCKET, Product.storage("s3", "storage"));
    entry.byUse(
        "bucket requests", Use.BUCKET_REQUESTS, new Product("s3", "put-requests", "thousand"));
  }
}
