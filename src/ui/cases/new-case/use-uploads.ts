'use client'
import { useCallback, useRef, useState } from 'react'
import type { FileView } from '@/cases/api/views'
import { type ApiFailure, newKey } from '../../api/client'
import { uploadFile } from '../../api/upload'
import { joinParts } from './join-parts'

export type Upload = {
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
  /** 0–1 while it is on its way. */
  readonly share: number
  readonly view: FileView | null
  readonly failure: ApiFailure | null
}

const EMPTY: ApiFailure = {
  ok: false,
  problem: { type: 'about:blank', title: 'empty', status: 422, code: 'empty_file' },
}

/** Files on their way to the server: each with its progress, and its own key so that a retry stores it once. */
export function useUploads(initial: readonly FileView[]) {
  const [uploads, setUploads] = useState<readonly Upload[]>(() => initial.map(stored))
  const running = useRef(new Map<string, { readonly file: File; readonly key: string; cancel: () => void }>())
  const change = useCallback((id: string, part: Partial<Upload>) => {
    setUploads((before) => before.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)))
  }, [])

  const start = useCallback(
    async (id: string) => {
      const job = running.current.get(id)
      if (!job) return
      if (job.file.size === 0) return change(id, { failure: EMPTY })
      change(id, { failure: null, share: 0 })
      const { result, cancel } = uploadFile(job.file, job.key, (share) => change(id, { share }))
      job.cancel = cancel
      const outcome = await result
      if (outcome === 'cancelled') return
      change(id, outcome.ok ? { view: outcome.data, share: 1 } : { failure: outcome })
    },
    [change],
  )
  const addEach = useCallback(
    (files: readonly File[]) => {
      const jobs = files.map((file) => ({ id: newKey(), file }))
      for (const { id, file } of jobs) running.current.set(id, { file, key: newKey(), cancel: () => undefined })
      setUploads((before) => [
        ...before,
        ...jobs.map(({ id, file }) => ({
          id,
          name: file.name,
          sizeBytes: file.size,
          share: 0,
          view: null,
          failure: null,
        })),
      ])
      for (const { id } of jobs) void start(id)
    },
    [start],
  )
  const add = useCallback(
    // Files that cannot be opened here fail one by one, each with its own way out.
    (files: readonly File[]) => void joinParts(files).then(addEach, () => addEach(files)),
    [addEach],
  )
  const remove = useCallback((id: string) => {
    running.current.get(id)?.cancel()
    running.current.delete(id)
    setUploads((before) => before.filter((upload) => upload.id !== id))
  }, [])

  return {
    uploads,
    add,
    remove,
    retry: start,
    /** The server read the file anew. */
    replace: (id: string, view: FileView) => change(id, { view }),
    files: uploads.flatMap(({ view }) => view ?? []),
    isUploading: uploads.some(({ view, failure }) => view === null && failure === null),
    hasFailed: uploads.some(({ failure }) => failure !== null),
  }
}

function stored(view: FileView): Upload {
  return { id: view.fileId, name: view.name, sizeBytes: view.sizeBytes, share: 1, view, failure: null }
}
