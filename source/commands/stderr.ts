let stream: NodeJS.WriteStream | undefined;

/** Where messages go. Whether anybody reads them is no concern. Made when first needed: Node takes 5 ms to load streams. */
export function stderr(): NodeJS.WriteStream {
  stream ??= process.stderr.on('error', () => {});
  return stream;
}
