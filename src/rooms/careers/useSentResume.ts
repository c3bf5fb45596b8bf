import { resumeKindOf } from '@domain/careers/resume'
import { useRef } from 'react'
import { api, call } from '@/api'
import type { ChosenFile } from '@/rooms/documentFile'
import { toast } from '@/ui/toast/store'

interface Sent {
  file: ChosenFile
  resume: { fileId: string; fileName: string }
}

/** Uploads a résumé at the moment it is sent, once: whatever may hide a success is sent again with the same file. */
export function useSentResume() {
  const last = useRef<Sent | null>(null)
  return {
    /** @returns null where the upload failed, which has been shown */
    async upload(file: ChosenFile): Promise<Sent['resume'] | null> {
      if (last.current?.file === file) return last.current.resume
      try {
        const resume = { fileId: await file.upload(await placeFor(file)), fileName: file.fileName }
        last.current = { file, resume }
        return resume
      } catch {
        toast.show('简历没有传上去，看看网络，再试一次')
        return null
      }
    },
    /** After a result or a refusal, which both end the upload. */
    forget(): void {
      last.current = null
    },
  }
}

/** Said before it is uploaded, so that the cloud knows of it also where nothing else ever comes through. */
async function placeFor({ fileName }: ChosenFile): Promise<string | undefined> {
  const kind = resumeKindOf(fileName)
  return kind ? (await call(api.careers.announceResume, { kind })).cloudPath : undefined
}
