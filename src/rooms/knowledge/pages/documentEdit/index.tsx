import { documentCategories, documentCategoryKeys, documentLimits } from '@domain/knowledge/document'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { DeskMenu } from '@/rooms/DeskMenu'
import { pickDocument } from '@/rooms/documentFile'
import { ColleaguePicker } from '@/rooms/identity/public'
import { backOr } from '@/rooms/open'
import { SaveBar } from '@/rooms/SaveBar'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Options } from '@/ui/options/Options'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { Departments } from './Departments'
import { type DocumentDraft, documentProblem, wordsOfDocument } from './documentDraft'
import './documentEdit.scss'
import { useDocumentDraft } from './useDocumentDraft'

type Document = Output<typeof api.knowledge.openDocument>['document']

const outdates = [
  api.knowledge.listDocuments,
  api.knowledge.openDocument,
  api.knowledge.openLibrary,
  api.knowledge.openDesk,
] as const

const categories = documentCategoryKeys.map(key => ({ key, text: documentCategories[key] }))

const withdrawReasons = [
  { label: '不再执行', sentence: '这份文件不再执行。' },
  { label: '并进新的', sentence: '内容并进了另一份文件。' },
  { label: '放错了', sentence: '放错了，会重新上传。' },
]

interface PartProps {
  draft: DocumentDraft
  change: (part: Partial<DocumentDraft>) => void
}

function FileRow({ draft, change, document }: PartProps & { document: Document | undefined }) {
  const pick = async () => {
    try {
      const file = await pickDocument()
      if (file) change({ file: { fileId: file.fileId, fileName: file.fileName } })
    } catch {
      toast.show('文件没有传上去，看看网络，再试一次')
    }
  }
  const meta = document
    ? `现在是第 ${document.edition.number} 版，选了新文件就成为下一版`
    : 'PDF、Word、Excel、PPT，10 MB 以内'
  return (
    <Card padding="none">
      <ListRow
        lead="doc"
        title={draft.file?.fileName ?? (document ? '换一个新版本' : '选择文件')}
        meta={meta}
        onTap={() => void pick()}
      />
    </Card>
  )
}

function Words({ draft, change }: PartProps) {
  return (
    <>
      <Field
        label="标题"
        value={draft.title}
        maxLength={documentLimits.titleMax}
        placeholder="国内差旅标准"
        onChange={title => change({ title })}
      />
      <Field
        label="讲什么"
        multiline
        value={draft.summary}
        maxLength={documentLimits.summaryMax}
        placeholder="大家搜得到的一两句话"
        onChange={summary => change({ summary })}
      />
      <Options
        label="哪一类"
        options={categories}
        value={draft.category}
        onChange={category => change({ category })}
      />
      <Card padding="none">
        <ColleaguePicker
          label="负责人，到期前会提醒"
          value={draft.owner}
          onChange={owner => change({ owner })}
        />
      </Card>
      <Departments chosen={draft.departments} onChange={departments => change({ departments })} />
      <PickerField
        label="有效期到哪天（可以不填）"
        mode="date"
        value={draft.expiresOn}
        onChange={expiresOn => change({ expiresOn })}
      />
    </>
  )
}

/** Saves or withdraws the document, and goes back. */
function useDeeds(
  document: Document | undefined,
  { draft, change, drop }: ReturnType<typeof useDocumentDraft>,
) {
  const done = (words: string) => () => {
    drop()
    void backOr('knowledge/desk')
    toast.show(words)
  }
  const save = useCommand(api.knowledge.saveDocument, {
    outdates,
    onDone: done('存好了'),
    onError: ({ code }) => {
      // A draft may outlive the upload that it was to be saved with.
      if (code === 'KNOWLEDGE_FILE_MISSING') change({ file: undefined })
      return false
    },
  })
  const withdraw = useCommand(api.knowledge.withdrawDocument, { outdates, onDone: done('撤下了') })
  const of = document && { documentId: document.documentId, version: document.version }
  return {
    save: () => {
      if (!draft.owner) return undefined
      const words = wordsOfDocument(draft, draft.owner.employeeId)
      const file = draft.file && { ...draft.file, note: draft.note }
      return save.run({ ...(of ? { of } : {}), words, ...(file ? { file } : {}) })
    },
    withdraw: (reason: string) => of && withdraw.run({ ...of, reason }),
  }
}

function Form({ document }: { document: Document | undefined }) {
  const kept = useDocumentDraft(document)
  const { draft, change } = kept
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { save, withdraw } = useDeeds(document, kept)
  const problem = documentProblem(draft, !document)
  return (
    <View className="document-edit">
      <FileRow draft={draft} change={change} document={document} />
      {document && draft.file ? (
        <Field
          label="这一版改了什么"
          value={draft.note}
          maxLength={documentLimits.noteMax}
          placeholder="一线城市住宿上调到 600 元"
          onChange={note => change({ note })}
        />
      ) : null}
      <Words draft={draft} change={change} />
      {document ? (
        <Button kind="danger" onTap={() => setWithdrawing(true)}>
          撤下这份文件
        </Button>
      ) : null}
      <SaveBar problem={problem} onSave={save} />
      <ReasonSheet
        open={isWithdrawing}
        onClose={() => setWithdrawing(false)}
        title="撤下这份文件"
        label="为什么，留在记录里"
        placeholder="写一句话"
        reasons={withdrawReasons}
        action="撤下"
        refusal
        note="撤下后同事看不到，编辑还能打开每一版。"
        onSend={withdraw}
      />
    </View>
  )
}

/** 上传和修改文件: its words, for whom, until when, and a new edition. */
export default function DocumentEditPage() {
  const { documentId } = usePageParams()
  const query = useQueryOf(
    api.knowledge.openDocument,
    { documentId: documentId ?? '' },
    { enabled: documentId !== undefined, staleMs: 0, kept: false },
  )
  const nav = <Nav title={documentId ? '改文件' : '上传文件'} close />
  if (!documentId)
    return (
      <Screen column nav={nav} side={<DeskMenu here="knowledge/desk" />} ownBar>
        <Form document={undefined} />
      </Screen>
    )
  return (
    <Screen
      column
      nav={nav}
      side={<DeskMenu here="knowledge/desk" />}
      query={query}
      skeleton={<SkeletonRows count={5} />}
      ownBar
    >
      {({ document }) => <Form key={document.version} document={document} />}
    </Screen>
  )
}
