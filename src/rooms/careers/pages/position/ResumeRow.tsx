import { resumeKindOf, resumeKinds, resumeLimits } from '@domain/careers/resume'
import { View } from '@tarojs/components'
import { pickDocument } from '@/rooms/documentFile'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { toast } from '@/ui/toast/store'

export interface PickedResume {
  fileId: string
  fileName: string
  bytes: number
}

interface ResumeRowProps {
  resume: PickedResume | undefined
  onChange: (resume: PickedResume | undefined) => void
}

/** "1.2 MB" */
const saySize = (bytes: number) => `${Math.max(0.1, bytes / 1024 / 1024).toFixed(1)} MB`

/** The friend's résumé: a file, which can be taken off again before anything is sent. */
export function ResumeRow({ resume, onChange }: ResumeRowProps) {
  const pick = async () => {
    try {
      const file = await pickDocument(resumeKinds)
      if (!file) return
      const fits = resumeKindOf(file.fileName) !== null && file.bytes <= resumeLimits.bytesMax
      if (fits) onChange(file)
      else toast.show('简历要是 PDF、Word 或图片，不超过 10 MB')
    } catch {
      toast.show('简历没有传上去，看看网络，再试一次')
    }
  }
  if (!resume)
    return (
      <ListRow
        lead="doc"
        title="附上简历（可不填）"
        meta="PDF、Word 或图片，10 MB 以内"
        onTap={() => void pick()}
      />
    )
  return (
    <ListRow
      lead="doc"
      title={<View className="clamp-1">{resume.fileName}</View>}
      meta={`简历 · ${saySize(resume.bytes)}`}
      end={
        <Button kind="text" size="small" label="拿掉简历" onTap={() => onChange(undefined)}>
          拿掉
        </Button>
      }
    />
  )
}
