/**
 * Independent programs that read ECG files, where they are installed: `dciodvfy` (dicom3tools), `dcmdump` (dcmtk),
 * pydicom, `save2gdf` (biosig-tools). The environment variable PYTHON names a Python that has pydicom.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PYTHON = process.env.PYTHON ?? 'python3'
const LARGEST_OUTPUT_BYTES = 256 * 1024 * 1024
const WAVEFORM_SCRIPT = `
import sys, pydicom
data = pydicom.dcmread(sys.argv[1])
sys.stdout.buffer.write(data.waveform_array(0).astype('<f4').T.tobytes())
`

export const ORACLES = {
  dciodvfy: runs('dciodvfy', []),
  dcmdump: runs('dcmdump', ['--version']),
  pydicom: runs(PYTHON, ['-c', 'import numpy, pydicom']),
  save2gdf: runs('save2gdf', []),
} as const

/** The lines of complaint about a DICOM file; warnings are none. */
export function dicomErrors(bytes: Uint8Array): readonly string[] {
  return withFile('a.dcm', bytes, (path) => {
    const { stdout, stderr } = spawnSync('dciodvfy', [path], { encoding: 'utf8' })
    return `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('Error'))
  })
}

/** The dump of a DICOM file by dcmtk, which refuses what is not well formed. */
export function dicomDump(bytes: Uint8Array): string {
  return withFile('a.dcm', bytes, (path) => {
    const { stdout, status } = spawnSync('dcmdump', ['+U8', '+L', path], {
      encoding: 'utf8',
      maxBuffer: LARGEST_OUTPUT_BYTES,
    })
    if (status !== 0) throw new Error('dcmdump refuses the file')
    return stdout
  })
}

/** Microvolts of every channel, as pydicom computes them. */
export function pydicomSamples(bytes: Uint8Array, channelCount: number): readonly Float32Array[] {
  return withFile('a.dcm', bytes, (path) => {
    const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', WAVEFORM_SCRIPT, path], {
      maxBuffer: LARGEST_OUTPUT_BYTES,
    })
    if (status !== 0) throw new Error(`pydicom refuses the file: ${stderr}`)
    const all = new Float32Array(Uint8Array.from(stdout).buffer)
    const length = all.length / channelCount
    return Array.from({ length: channelCount }, (_, index) => all.subarray(index * length, (index + 1) * length))
  })
}

/** Every channel that biosig reads, with its label; texts of about six digits. */
export function biosigSamples(
  name: string,
  bytes: Uint8Array,
): readonly { label: string; samples: readonly number[] }[] {
  return withFile(name, bytes, (path, folder) => {
    spawnSync('save2gdf', ['-f=ASCII', path, join(folder, 'out.asc')], { encoding: 'utf8' })
    const labels = [...readFileSync(join(folder, 'out.asc'), 'utf8').matchAll(/^Label\s*= (.*)$/gm)]
    const files = readdirSync(folder)
      .filter((file) => /^out\.a\d\d$/.test(file))
      .sort()
    return files.map((file, index) => ({
      label: (labels[index]?.[1] ?? '').trim(),
      samples: readFileSync(join(folder, file), 'utf8').trim().split('\n').map(Number),
    }))
  })
}

function runs(program: string, args: readonly string[]): boolean {
  const { error, status } = spawnSync(program, [...args], { encoding: 'utf8' })
  return error === undefined && (args.length === 0 || status === 0)
}

function withFile<T>(name: string, bytes: Uint8Array, work: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'yurak-oracle-'))
  try {
    writeFileSync(join(folder, name), bytes)
    return work(join(folder, name), folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
