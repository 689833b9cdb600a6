/**
 * `s3://bucket/key` and `gs://bucket/key` as the https address of a public bucket; any other address as it is. The region
 * is not known: S3's global endpoint leads there.
 */
export function httpsAddress(address: string): string {
  const [, scheme, bucket, key] = /^(s3|gs|gcs):\/\/([^/?#]+)\/?(.*)$/is.exec(address) ?? [];
  if (scheme === undefined) return address;
  const path = key.replaceAll("?", "%3F").replaceAll("#", "%23");
  if (scheme.toLowerCase() !== "s3") return `https://storage.googleapis.com/${bucket}/${path}`;
  // Certificates of *.s3.amazonaws.com are for names without dots.
  return bucket.includes(".")
    ? `https://s3.amazonaws.com/${bucket}/${path}`
    : `https://${bucket}.s3.amazonaws.com/${path}`;
}
