import { articleLimits } from '@domain/content/article'
import { View } from '@tarojs/components'
import { pickDocument } from '@/rooms/documentFile'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { toast } from '@/ui/toast/store'
import type { PartProps } from './DraftFields'

/** The files that hang on an article: each can be taken off again. */
export function Attachments({ draft, change }: PartProps) {
  const { attachments } = draft
  const pick = async () => {
    try {
      const file = await pickDocument()
      if (!file) return
      const { fileId, fileName } = file
      if (attachments.some(one => one.fileName === fileName)) toast.show('已经有一个同名的附件了')
      else change({ attachments: [...attachments, { fileId, fileName }] })
    } catch {
      toast.show('文件没有传上去，看看网络，再试一次')
    }
  }
  const without = (fileId: string) => attachments.filter(one => one.fileId !== fileId)
  return (
    <View>
      {attachments.map(({ fileId, fileName }) => (
        <ListRow
          key={fileId}
          lead="doc"
          title={<View className="clamp-1">{fileName}</View>}
          end={
            <Button
              kind="text"
              size="small"
              label={`拿掉 ${fileName}`}
              onTap={() => change({ attachments: without(fileId) })}
            >
              拿掉
            </Button>
          }
        />
      ))}
      {attachments.length < articleLimits.attachmentsMax ? (
        <ListRow
          lead="plus"
          title="加附件"
          meta="PDF、Word、Excel、PPT，10 MB 以内"
          chevron={false}
          onTap={() => void pick()}
        />
      ) : null}
    </View>
  )
}
