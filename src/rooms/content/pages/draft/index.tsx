import { api, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Decision } from './Decision'
import './draft.scss'
import { Form } from './Form'
import { Preview } from './Preview'

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
            <Preview opened={opened} isEarlier={isEarlier} />
            {isEarlier ? null : <Decision opened={opened} />}
          </>
        )
      }
    </Screen>
  )
}
