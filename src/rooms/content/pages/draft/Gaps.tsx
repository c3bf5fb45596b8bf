import { filled, type Gap, gapsIn } from '@domain/content/gaps'
import { View } from '@tarojs/components'
import type { MutableRefObject } from 'react'
import { uploadImage } from '@/api'
import { choosePictures } from '@/rooms/choosePictures'
import { pickFilm } from '@/rooms/pickFilm'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { toast } from '@/ui/toast/store'

const AFTER_MAX = 14

const placeOf = ({ after }: Gap) =>
  after === '' ? '在最前面' : `在「${after.slice(0, AFTER_MAX)}${after.length > AFTER_MAX ? '…' : ''}」后面`

/** A picture or a film as a line of the body; undefined: nothing was chosen. */
async function chosen(kind: Gap['kind']): Promise<string | undefined> {
  if (kind === 'film') {
    const film = await pickFilm()
    return film && `@[说明写在这里](${film.fileId})`
  }
  const [path] = await choosePictures(1)
  return path && `![说明写在这里](${await uploadImage(path)})`
}

interface GapsProps {
  lines: string
  /** The lines as they are when an upload is done. */
  latest: MutableRefObject<string>
  onChange: (lines: string) => void
}

/** Where pictures and films of a pasted page are missing: each is put in its place by a tap, or left out. */
export function Gaps({ lines, latest, onChange }: GapsProps) {
  const gaps = gapsIn(lines)
  if (gaps.length === 0) return null
  const replace = (place: number, by: string) => {
    const gap = gapsIn(latest.current)[place]
    if (gap) onChange(filled(latest.current, gap, by))
  }
  const fill = async ({ kind }: Gap, place: number) => {
    try {
      const line = await chosen(kind)
      if (line) replace(place, line)
    } catch {
      toast.show('没有传上去，看看网络，再试一次')
    }
  }
  return (
    <View>
      <SectionHeader title="还没补的图片和影片" more={`${gaps.length} 处`} />
      {gaps.map((gap, place) => (
        <ListRow
          key={gap.line}
          lead={gap.kind === 'film' ? 'film' : 'img'}
          title={gap.kind === 'film' ? '补一段影片' : '补一张图片'}
          meta={placeOf(gap)}
          end={
            <Button
              kind="text"
              size="small"
              label={`第 ${place + 1} 处不要了`}
              onTap={() => replace(place, '')}
            >
              不要了
            </Button>
          }
          onTap={() => void fill(gap, place)}
        />
      ))}
    </View>
  )
}
