import { fileUrl } from '@/api'
import { pickPictures } from '@/rooms/pickPictures'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'

interface PictureRowProps {
  title: string
  meta: string
  /** What is shown now: an upload, or what is kept. */
  fileId: string | null
  fit?: 'cover' | 'contain'
  onChange: (fileId: string) => void
}

/** One picture of an entry, and a tap to choose another. */
export function PictureRow({ title, meta, fileId, fit = 'cover', onChange }: PictureRowProps) {
  const choose = async () => {
    const [picked] = await pickPictures(1)
    if (picked) onChange(picked)
  }
  return (
    <Card padding="none">
      <ListRow
        lead={fileId ? <Picture src={fileUrl(fileId)} alt="" width={56} height={56} fit={fit} /> : 'img'}
        title={fileId ? `换一张${title}` : `选一张${title}`}
        meta={meta}
        onTap={() => void choose()}
      />
    </Card>
  )
}
