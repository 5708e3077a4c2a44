import 'server-only'
import { PartQuery } from '@/cases/api/inputs'
import { MAX_FILE_BYTES, PART_BYTES } from '@/ecg/long/long-limits'
import { type Context, requirePermission } from '../context'
import { AppError } from '../errors'
import { sha256Of, type Upload } from './upload-file'

/** Room for the frame of a multipart body around a file of the largest size. */
const MULTIPART_FRAME_BYTES = 64 * 1024

/** The file of a request: the raw body with its name in `x-file-name` (URI-encoded), or the first file of a multipart body. */
export async function readUpload(ctx: Context, request: Request): Promise<Upload> {
  requirePermission(ctx, 'file.upload')
  const isMultipart = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  return isMultipart ? readMultipart(request) : readRaw(request)
}

async function readRaw(request: Request): Promise<Upload> {
  const bytes = await readBody(request, MAX_FILE_BYTES, tooLarge)
  return { name: encodedName(request.headers.get('x-file-name')), bytes, sha256: sha256Of(bytes) }
}

/** One part of a large file as the raw body; its place is in the query. */
export async function readPart(ctx: Context, request: Request) {
  requirePermission(ctx, 'file.upload')
  const { index } = PartQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const tooLarge = () => new AppError('too_large', 'A part is larger than 8 MiB.')
  return { index, bytes: await readBody(request, PART_BYTES, tooLarge) }
}

async function readMultipart(request: Request): Promise<Upload> {
  const body = await readBody(request, MAX_FILE_BYTES + MULTIPART_FRAME_BYTES, tooLarge)
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(body, { headers }).formData().catch(() => null)
  const file = form ? [...form.values()].find((value) => value instanceof File) : undefined
  if (!file) throw new AppError('invalid_input', 'The form holds no file.', [{ path: 'file', code: 'missing' }])
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: plainName(file.name), bytes, sha256: sha256Of(bytes) }
}

/** Reads into one array of the announced size; more than the limit ends the reading at once. */
async function readBody(
  request: Request,
  maxBytes: number,
  tooLarge: () => AppError,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN)
  if (announced > maxBytes) throw tooLarge()
  let bytes = new Uint8Array(Number.isInteger(announced) && announced >= 0 ? announced : maxBytes)
  let length = 0
  for await (const piece of request.body ?? []) {
    if (length + piece.length > maxBytes) throw tooLarge()
    if (length + piece.length > bytes.length) throw new AppError('invalid_input', 'The body is longer than announced.')
    bytes.set(piece, length)
    length += piece.length
  }
  if (!Number.isNaN(announced) && length < announced)
    throw new AppError('invalid_input', 'The upload was cut off. Send it again.')
  bytes = length === bytes.length ? bytes : bytes.slice(0, length)
  return bytes
}

function encodedName(encoded: string | null): string {
  try {
    return plainName(decodeURIComponent(encoded ?? ''))
  } catch {
    return NAMELESS
  }
}

const NAMELESS = 'ecg'

/** Control characters and paths have no place in a name. */
export function plainName(given: string): string {
  return given.replace(/\p{C}/gu, '').split(/[\\/]/).at(-1)?.trim().slice(0, 200) || NAMELESS
}

function tooLarge(): AppError {
  return new AppError(
    'too_large',
    'The file is larger than 20 MiB. Send a smaller export or a photo; long recordings are sent in parts.',
  )
}
