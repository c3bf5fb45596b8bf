import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { Covers } from '../../Covers'
import { draftOf, editProblem, toEdit } from '../../editForm'
import { associationQueries } from '../../outdated'
import './edit.scss'
import { Openness, Questions } from './EditFields'

type Association = Output<typeof api.union.openAssociation>['association']

function EditForm({ association }: { association: Association }) {
  const { associationId } = association
  const now = useMemo(() => draftOf(association), [association])
  const { draft, change, drop } = useDraft(`union.edit.${associationId}`, now)
  const save = useCommand(api.union.editAssociation, {
    outdates: associationQueries,
    onDone: () => {
      drop()
      toast.show('保存了，大家现在看到的就是新的')
      void backOr('union/preside', { associationId })
    },
  })
  const problem = editProblem(draft)
  return (
    <View className="edit">
      <Field
        label="一句话：什么时候、在哪里"
        value={draft.headline}
        maxLength={40}
        onChange={headline => change({ headline })}
      />
      <Field
        label="介绍"
        multiline
        value={draft.intro}
        maxLength={500}
        onChange={intro => change({ intro })}
      />
      <Openness draft={draft} onChange={change} />
      <Questions draft={draft} onChange={change} />
      <Covers associationId={associationId} coverPhotoId={draft.coverPhotoId} onChange={change} />
      <Button block disabled={problem !== undefined} onTap={() => save.run(toEdit(associationId, draft))}>
        保存
      </Button>
      <View className="t12 secondary">{problem ?? '草稿留在这部手机上，保存后才会变。'}</View>
    </View>
  )
}

/** The page of an association, as its president writes it. */
export default function EditPage() {
  const { associationId = '' } = usePageParams()
  const query = useQueryOf(api.union.openAssociation, { associationId })
  return (
    <Screen
      paper
      column
      nav={<Nav title="协会页面" close />}
      side={<DeskMenu here="union/preside" />}
      query={query}
      skeleton={<SkeletonRows count={5} />}
    >
      {({ association }) => <EditForm association={association} />}
    </Screen>
  )
}
