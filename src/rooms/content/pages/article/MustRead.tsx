import { SECOND_MS } from '@domain/kernel/time'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { api, keyOf, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import { type Article, confirmBy } from '../../articleWords'

type Opened = Output<typeof api.content.openArticle>

interface MustReadProps {
  opened: Opened
  progress: number
  /** Whether the cloud knows that the end has been reached. */
  noted: boolean
}

const LINGERS_MS = 4 * SECOND_MS

/** Whether the strip stands: while the article is owed a confirmation, and a moment after it was given here. */
export function useMustReadStrip(article: Pick<Article, 'mustRead' | 'confirmed'> | undefined): boolean {
  const owes = article?.mustRead === true && !article.confirmed
  const [stands, setStands] = useState(false)
  if (owes && !stands) setStands(true)
  useEffect(() => {
    if (owes || !stands) return
    const timer = setTimeout(() => setStands(false), LINGERS_MS)
    return () => clearTimeout(timer)
  }, [owes, stands])
  return owes || stands
}

/** How many have confirmed, and of the reader's department how many of how many. */
function saidOf({ confirmations }: Pick<Opened, 'confirmations'>): string {
  const { people = 0, inDepartment = 0, ofDepartment = 0 } = confirmations ?? {}
  const ofOwn = ofDepartment > 0 ? `，你们部门 ${inDepartment} / ${ofDepartment}` : ''
  return `已有 ${people.toLocaleString('en-US')} 人确认${ofOwn}`
}

/** Shows one's own confirmation at the tap, in the counts as well. @returns what takes it back */
function useOwnConfirmation(opened: Opened) {
  const client = useQueryClient()
  const key = keyOf(api.content.openArticle, { articleId: opened.article.articleId })
  return () => {
    client.setQueryData<Opened>(key, shown => {
      if (!shown || shown.article.confirmed) return shown
      const counted = shown.confirmations
      const confirmations = counted && {
        ...counted,
        people: counted.people + 1,
        inDepartment: Math.min(counted.inDepartment + 1, Math.max(counted.ofDepartment, 1)),
      }
      return { ...shown, article: { ...shown.article, confirmed: true }, confirmations }
    })
    return () => void client.setQueryData<Opened>(key, opened)
  }
}

/** At the end of what must be read, once it is confirmed: that it is, and how many have. */
export function Confirmed({ opened }: { opened: Opened }) {
  if (!opened.article.mustRead || !opened.article.confirmed) return null
  return (
    <View className="confirmed">
      <Icon name="shield" size={16} className="must-read__sign" />
      <View className="t12 secondary">你已经确认读完，{saidOf(opened)}</View>
    </View>
  )
}

/** What stands above the bar of what must be read: until when, how far, and the button once the end is reached. */
export function MustRead({ opened, progress, noted }: MustReadProps) {
  const { articleId, mustReadBy, confirmed, minutes } = opened.article
  const showOwn = useOwnConfirmation(opened)
  const confirm = useCommand(api.content.confirmReading, {
    optimistic: () => showOwn(),
    outdates: [api.content.openArticle, api.content.openHome],
    onDone: () => toast.show('记下了，谢谢你读完'),
  })
  const left = Math.max(1, Math.round((minutes * (100 - progress)) / 100))
  const isAtEnd = progress >= 100
  const title = confirmed
    ? '你已经确认读完'
    : isAtEnd
      ? '读完了，确认一下'
      : `必读${mustReadBy ? ` · ${confirmBy(mustReadBy)}` : ''}`
  return (
    <View className={isAtEnd || confirmed ? 'must-read' : 'must-read must-read--ahead'}>
      <View className="must-read__line">
        <Icon name="shield" className="must-read__sign" />
        <View className="grow">
          <View className="t14 medium">{title}</View>
          <View className="t12 secondary must-read__said">
            {isAtEnd || confirmed ? saidOf(opened) : `读到文末就能确认，大约还要 ${left} 分钟`}
          </View>
        </View>
        {confirmed ? null : (
          <View className="must-read__button">
            <Button size="small" disabled={!(isAtEnd && noted)} onTap={() => confirm.run({ articleId })}>
              我已读完
            </Button>
          </View>
        )}
      </View>
      <View className="must-read__track">
        <View className="must-read__done" style={{ width: `${confirmed ? 100 : progress}%` }} />
      </View>
    </View>
  )
}
