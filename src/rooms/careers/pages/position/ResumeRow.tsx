import { resumeKindOf, resumeKinds, resumeLimits } from '@domain/careers/resume'
import { View } from '@tarojs/components'
import { type ChosenFile, chooseDocument } from '@/rooms/documentFile'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { toast } from '@/ui/toast/store'

interface ResumeRowProps {
  resume: ChosenFile | undefined
  onChange: (resume: ChosenFile | undefined) => void
}

/** "1.2 MB" */
const saySize = (bytes: number) => `${Math.max(0.1, bytes / 1024 / 1024).toFixed(1)} MB`

/** The friend's résumé: a file that stays on the phone until it is sent, so that nothing lies about of what is taken off. */
export function ResumeRow({ resume, onChange }: ResumeRowProps) {
  const pick = async () => {
    const file = await chooseDocument(resumeKinds)
    if (!file) return
    const fits = resumeKindOf(file.fileName) !== null && file.bytes <= resumeLimits.bytesMax
    if (fits) onChange(file)
    else toast.show('简历要是 PDF、Word 或图片，不超过 10 MB')
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
