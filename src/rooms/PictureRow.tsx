import { fileUrl, uploadImage } from '@/api'
import { choosePictures } from '@/rooms/choosePictures'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { toast } from '@/ui/toast/store'

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
    const [path] = await choosePictures(1)
    if (!path) return
    try {
      onChange(await uploadImage(path))
    } catch {
      toast.show('图片没有传上去，看看网络，再试一次')
    }
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
