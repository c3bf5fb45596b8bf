import { articleLimits } from '@domain/content/article'
import { blocksOf } from '@domain/content/body'
import { gapsIn } from '@domain/content/gaps'
import { linesOf } from '@domain/content/lines'
import { lean } from '@domain/content/markup'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, call } from '@/api'
import { apiErrorOf } from '@/api/error'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'

/** The source of a whole page, most of which is style. */
const PASTED_MAX = 1_000_000

const counted = { picture: '张图片', film: '段影片' } as const

/** What is told after an import: how many pictures and films are still to come. */
export function lostWords(lines: string): string {
  const gaps = gapsIn(lines)
  const said = (['picture', 'film'] as const)
    .map(kind => ({ kind, count: gaps.filter(gap => gap.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${counted[kind]}`)
  return said.length === 0
    ? '导入好了，再读一遍吧'
    : `导入好了，${said.join('、')}没有跟过来，在正文下面一处处补上`
}

interface ImportSheetProps {
  open: boolean
  onClose: () => void
  onImport: (title: string, lines: string) => void
}

/** An article of an official account, pasted as markup: cleaned by the cloud, and then text like any other. */
export function ImportSheet({ open, onClose, onImport }: ImportSheetProps) {
  const [html, setHtml] = useState('')
  const take = async () => {
    const sent = lean(html)
    if (sent.length > articleLimits.markupMax) return toast.show('这一页太长了，分几次贴')
    try {
      const cleaned = await call(api.content.cleanMarkup, { html: sent })
      const lines = linesOf(blocksOf(cleaned.html))
      onImport(cleaned.title, lines)
      setHtml('')
      onClose()
      toast.show(lostWords(lines))
    } catch (thrown) {
      toast.show(apiErrorOf(thrown).message)
    }
  }
  return (
    <Sheet
      open={open}
      title="粘贴导入"
      onClose={onClose}
      action={
        <Button block disabled={html.trim() === ''} onTap={take}>
          清理并放进正文
        </Button>
      }
      missing={html.trim() === '' ? '还没粘贴网页代码' : undefined}
      note="只留下文字、标题、引文、列表和表格；图片和影片标出位置，等你补。"
    >
      <View>
        <Field
          label="公众号文章的网页代码"
          multiline
          value={html}
          maxLength={PASTED_MAX}
          placeholder="在电脑上打开文章，查看网页源代码，复制正文那一段"
          onChange={setHtml}
        />
      </View>
    </Sheet>
  )
}
