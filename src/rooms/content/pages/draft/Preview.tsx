import { audienceWords } from '@domain/content/words'
import { View } from '@tarojs/components'
import { api, call } from '@/api'
import { openAttachment } from '@/rooms/openAttachment'
import { Badge } from '@/ui/badge/Badge'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { toast } from '@/ui/toast/store'
import { confirmBy } from '../../articleWords'
import { stateNames } from '../../stateNames'
import { AsRead } from './AsRead'
import type { Opened } from './articleDraft'
import { Refused, Remark, Revision } from './Marginalia'

/** What lets it through beside its words: for whom it is, and what happens when it appears. */
function Terms({ words }: Pick<Opened, 'words'>) {
  const { audience, push, mustRead, mustReadBy, comments, byline } = words
  const by = mustReadBy ? `，${confirmBy(mustReadBy)}` : ''
  return (
    <View className="pad">
      <KeyValueRow label="给谁看">{audienceWords(audience)}</KeyValueRow>
      <KeyValueRow label="发布时推送">{push ? '推送一条官方消息' : '不推送'}</KeyValueRow>
      <KeyValueRow label="必读">{mustRead ? `要读到文末确认${by}` : '不是必读'}</KeyValueRow>
      <KeyValueRow label="评论">{comments ? '可以评论' : '不开放'}</KeyValueRow>
      <KeyValueRow label="署名">{byline || '没有署名'}</KeyValueRow>
    </View>
  )
}

/** Its files, to be looked into; those of an earlier version may be gone, and are named. */
function Files({ articleId, words, opens }: Pick<Opened, 'articleId' | 'words'> & { opens: boolean }) {
  const open = async (fileName: string) => {
    try {
      await openAttachment(() => call(api.content.takeAttachment, { articleId, fileName }))
    } catch {
      toast.show('附件没能打开，看看网络，再试一次')
    }
  }
  return (
    <View>
      {words.attachments.map(({ fileName }) => (
        <ListRow
          key={fileName}
          lead="doc"
          title={<View className="clamp-1">{fileName}</View>}
          meta="附件"
          {...(opens ? { onTap: () => void open(fileName) } : {})}
        />
      ))}
    </View>
  )
}

/** The article as it will be read, and what happens with it when it appears. */
export function Preview({ opened, isEarlier }: { opened: Opened; isEarlier: boolean }) {
  const { words, state, remark, refused, revises, now } = opened
  return (
    <View className="draft">
      {remark ? <Remark remark={remark} now={now} /> : null}
      <Refused places={refused} />
      {revises === null ? null : <Revision />}
      <View className="pad row">
        <Badge tone="accent">{stateNames[state]}</Badge>
      </View>
      <AsRead words={words} />
      {words.attachments.length > 0 ? <Files {...opened} opens={!isEarlier} /> : null}
      <Terms words={words} />
    </View>
  )
}
