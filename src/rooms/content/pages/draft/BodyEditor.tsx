import { Textarea, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { uploadImage } from '@/api'
import { choosePictures } from '@/rooms/choosePictures'
import { pickFilm } from '@/rooms/pickFilm'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { toast } from '@/ui/toast/store'
import { Gaps } from './Gaps'
import { ImportSheet } from './ImportSheet'

/** What a tap puts at the end of the text, and where one goes on writing. */
const pieces = [
  { name: '小标题', text: '## ' },
  { name: '引文', text: '> 说了什么\n> —谁说的' },
  { name: '列表', text: '- ' },
  { name: '表格', text: '| 车间 | 上报 | 已关闭 |\n| 总装 | 412 | 408 |\n| —到哪天，单位是什么' },
] as const

const LABEL = '正文'

interface BodyEditorProps {
  lines: string
  onChange: (lines: string) => void
  /** What was pasted comes after what is there. */
  onImport: (title: string, lines: string) => void
}

/** The body in lines, with what stands in a body at hand. */
export function BodyEditor({ lines, onChange, onImport }: BodyEditorProps) {
  const box = useInnerLabel<unknown>(LABEL)
  const latest = useRef(lines)
  latest.current = lines
  const [importing, setImporting] = useState(false)
  const withMore = (text: string) =>
    `${latest.current.trimEnd()}${latest.current.trim() ? '\n\n' : ''}${text}`
  const append = (text: string) => onChange(withMore(text))
  const addPictures = async () => {
    for (const path of await choosePictures(9)) {
      try {
        append(`![说明写在这里](${await uploadImage(path)})`)
      } catch {
        toast.show('有图片没有传上去，看看网络，再试一次')
      }
    }
  }
  const addFilm = async () => {
    const film = await pickFilm()
    if (film) append(`@[说明写在这里](${film.fileId})`)
  }
  return (
    <View>
      <View className="t12 secondary pad">{LABEL}</View>
      <ChipRow>
        <Chip onTap={() => void addPictures()}>图片</Chip>
        <Chip onTap={() => void addFilm()}>影片</Chip>
        {pieces.map(({ name, text }) => (
          <Chip key={name} onTap={() => append(text)}>
            {name}
          </Chip>
        ))}
        <Chip onTap={() => setImporting(true)}>粘贴导入</Chip>
      </ChipRow>
      <Textarea
        ref={box}
        className="draft__body"
        value={lines}
        maxlength={-1}
        autoHeight
        placeholder="空一行是新的一段，**两对星号之间**是加粗"
        aria-label={LABEL}
        onInput={event => onChange(event.detail.value)}
      />
      <Gaps lines={lines} latest={latest} onChange={onChange} />
      <ImportSheet
        open={importing}
        onClose={() => setImporting(false)}
        onImport={(title, pasted) => onImport(title, withMore(pasted))}
      />
    </View>
  )
}
