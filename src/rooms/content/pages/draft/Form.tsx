import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { api, useCommand } from '@/api'
import { backOr, openPage, replacePage } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import { showInNewsroom } from '../../newsroomTab'
import { actionDone } from '../../stateNames'
import { AsRead } from './AsRead'
import { Attachments } from './Attachments'
import {
  type ArticleDraft,
  afterSave,
  draftOf,
  emptyDraft,
  htmlOfDraft,
  missingIn,
  type Opened,
  wordsOf,
} from './articleDraft'
import { BodyEditor } from './BodyEditor'
import { Discard } from './Discard'
import { Cover, Names, Options } from './DraftFields'
import { ForWhom } from './ForWhom'
import { ChangedMeanwhile, Refused, Remark, Revision, Versions } from './Marginalia'

/** What an answer of the newsroom makes old. */
export const outdates = [
  api.content.openNewsroom,
  api.content.openDraft,
  api.content.openArticle,
  api.content.openHome,
  api.content.listArticles,
  api.access.openInbox,
] as const

interface Kept {
  draft: ArticleDraft
  change: (part: Partial<ArticleDraft>) => void
  forget: () => void
}

/**
 * Saves what is written, and hands it in. The next save says which version this one became, and names the files by
 * where they lie since.
 */
function useDeeds(opened: Opened | undefined, { draft, change, forget }: Kept) {
  const [knownId, setKnownId] = useState(opened?.articleId)
  const latest = useRef(draft)
  latest.current = draft
  const save = useCommand(api.content.saveArticle, { outdates })
  const move = useCommand(api.content.moveDraft, { outdates })
  const keep = async () => {
    const of = knownId === undefined ? {} : { of: { articleId: knownId, version: draft.base } }
    const saved = await save.run({ ...of, words: wordsOf(draft) })
    if (!saved) return undefined
    const isWhole = latest.current === draft
    change(afterSave(draft, latest.current, saved))
    if (isWhole) forget()
    const { articleId, version } = saved
    setKnownId(articleId)
    return { articleId, version, isWhole }
  }
  return {
    save: async () => {
      const saved = await keep()
      if (!saved) return
      showInNewsroom('draft')
      toast.show('存好了')
      // What was written meanwhile is on this page alone.
      if (!opened && saved.isWhole) replacePage('content/draft', { articleId: saved.articleId })
    },
    submit: async () => {
      const saved = await keep()
      if (!saved) return
      if (!saved.isWhole) return toast.show('存的时候你又写了几个字，再点一次交稿')
      const { articleId, version } = saved
      if (!(await move.run({ articleId, version, action: 'submit' }))) return
      showInNewsroom('review')
      await backOr('content/newsroom')
      toast.show(actionDone.submit)
    },
  }
}

/** An article while it is written; it stays on this phone until it is saved. */
export function Form({ opened }: { opened: Opened | undefined }) {
  const [first] = useState(() => (opened ? draftOf(opened) : emptyDraft))
  const kept = useDraft(opened ? `content.article.${opened.articleId}` : 'content.article', first)
  const { draft, change } = kept
  const [previewing, setPreviewing] = useState(false)
  const { save, submit } = useDeeds(opened, kept)
  const missing = missingIn(draft)
  const isRevision = typeof opened?.revises === 'string'
  return (
    <View className="draft">
      {opened?.remark ? <Remark remark={opened.remark} now={opened.now} /> : null}
      <Refused places={opened?.refused ?? []} />
      {isRevision ? <Revision /> : null}
      {opened?.canDiscard ? <Discard opened={opened} onDone={kept.forget} /> : null}
      {opened && draft.base < opened.version ? (
        <ChangedMeanwhile
          onKeep={() => change({ base: opened.version })}
          onDrop={() => {
            change(draftOf(opened))
            kept.forget()
          }}
        />
      ) : null}
      <Names draft={draft} change={change} />
      <Cover draft={draft} change={change} />
      <BodyEditor
        lines={draft.lines}
        onChange={lines => change({ lines })}
        onImport={(title, lines) => change({ lines, ...(title && !draft.title ? { title } : {}) })}
      />
      <View className="pad">
        <Button kind="text" icon="eye" onTap={() => setPreviewing(!previewing)}>
          {previewing ? '收起预览' : '看看排出来的样子'}
        </Button>
      </View>
      {previewing ? <AsRead words={{ ...draft, html: htmlOfDraft(draft) }} /> : null}
      <Attachments draft={draft} change={change} />
      <ForWhom draft={draft} change={change} />
      <Options draft={draft} change={change} isRevision={isRevision} />
      {opened ? (
        <Versions
          opened={opened}
          onOpen={version =>
            openPage('content/draft', { articleId: opened.articleId, version: String(version) })
          }
        />
      ) : null}
      <BottomBar {...(missing ? { consequence: missing } : {})}>
        <Button kind="secondary" onTap={save}>
          存草稿
        </Button>
        <Button disabled={missing !== undefined} onTap={submit}>
          交稿
        </Button>
      </BottomBar>
    </View>
  )
}
