/** What is longer gets an overview and tiles. */
export const LONG_MS = 60_000
/** What is longer is never held whole by a page: it reads the tiles of what it shows. */
export const LONGEST_WHOLE_MS = 600_000
/** Bytes of a file that is sent at once; a photo, a PDF and an XML file are never larger. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Bytes of a file that is read in pieces, sent in parts. */
export const MAX_LONG_FILE_BYTES = 200 * 1024 * 1024
/** Of a file that is sent in parts; the last one may be shorter. */
export const PART_BYTES = 8 * 1024 * 1024
