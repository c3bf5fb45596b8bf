import { View } from '@tarojs/components'
import { api, fileUrl, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ArticleBody } from '../../ArticleBody'
import { stateNames } from '../../stateNames'
import type { Opened } from './articleDraft'
import { Decision } from './Decision'
import './draft.scss'
import { Form } from './Form'
import { Remark, Revision } from './Marginalia'

/** The article as it will be read. */
function Preview({ opened }: { opened: Opened }) {
  const { words, state, remark, revises, now } = opened
  return (
    <View className="draft">
      {remark ? <Remark remark={remark} now={now} /> : null}
      {revises === null ? null : <Revision />}
      <View className="pad column gap-8">
        <View className="row">
          <Badge tone="accent">{stateNames[state]}</Badge>
        </View>
        <View className="t20 bold">{words.title}</View>
        <View className="t14 secondary">{words.summary}</View>
      </View>
      {words.coverId ? <Picture src={fileUrl(words.coverId)} alt="封面" ratio={16 / 9} square /> : null}
      <View className="pad">
        <ArticleBody html={words.html} />
      </View>
    </View>
  )
}

/** 写文章和审文章: a form while it is a draft, and what may be done with it afterwards. */
export default function DraftPage() {
  const { articleId, version } = usePageParams()
  const isEarlier = version !== undefined
  const query = useQueryOf(
    api.content.openDraft,
    { articleId: articleId ?? '', ...(isEarlier ? { version: Number(version) } : {}) },
    { enabled: articleId !== undefined, staleMs: 0, kept: false },
  )
  const nav = <Nav title={isEarlier ? '以前的版本' : articleId ? '文章' : '写一篇'} close={!articleId} />
  if (!articleId)
    return (
      <Screen paper column nav={nav} side={<DeskMenu here="content/newsroom" />} ownBar>
        <Form opened={undefined} />
      </Screen>
    )
  return (
    <Screen
      paper
      column
      nav={nav}
      side={<DeskMenu here="content/newsroom" />}
      query={query}
      skeleton={<SkeletonRows count={5} />}
      ownBar
    >
      {opened =>
        opened.state === 'draft' && !isEarlier ? (
          <Form key={opened.articleId} opened={opened} />
        ) : (
          <>
            <Preview opened={opened} />
            {isEarlier ? null : <Decision opened={opened} />}
          </>
        )
      }
    </Screen>
  )
}
