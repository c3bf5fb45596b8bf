import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, isFinal, useCommand, useQueryOf, useSession } from '@/api'
import type { ChosenFile } from '@/rooms/documentFile'
import { type Colleague, ColleaguePicker } from '@/rooms/identity/public'
import { replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import '../../careers.scss'
import { ResumeRow } from '../../ResumeRow'
import { useSentResume } from '../../useSentResume'
import { ownQueries, whereOf } from '../../words'

/** What still keeps the application from being sent. */
function missingOf(contact: string, words: string, lead: Colleague | undefined): string | undefined {
  if (contact.trim().length < 2) return '还没写怎么联系你'
  if (words.trim().length < 2) return '还没写为什么想去'
  return lead ? undefined : '还没选你的上级'
}

/** Everything of the form; it is nobody's business, so that no draft stays on the phone. */
function useApplication(positionId: string, via: string | undefined) {
  const [contact, setContact] = useState('')
  const [words, setWords] = useState('')
  const [lead, setLead] = useState<Colleague>()
  const [resume, setResume] = useState<ChosenFile>()
  const sent = useSentResume()
  const apply = useCommand(api.careers.apply, {
    outdates: ownQueries,
    onError: error => {
      if (isFinal(error)) sent.forget()
      return false
    },
    onDone: () => {
      sent.forget()
      toast.show('交给招聘了，你的上级不会知道')
      replacePage('careers/mine')
    },
  })
  const missing = missingOf(contact, words, lead)
  const send = async () => {
    if (!lead) return undefined
    const uploaded = resume && (await sent.upload(resume))
    if (uploaded === null) return undefined
    return apply.run({
      positionId,
      contact: contact.trim(),
      words: words.trim(),
      leadId: lead.employeeId,
      ...(uploaded ? { resume: uploaded } : {}),
      ...(via ? { via } : {}),
    })
  }
  return { contact, setContact, words, setWords, lead, setLead, resume, setResume, missing, send }
}

/** Applies for a position in the house, without one's lead hearing of it first. */
export default function ApplyPage() {
  const { positionId = '', via } = usePageParams()
  const { me } = useSession()
  const query = useQueryOf(api.careers.openPosition, { positionId })
  const form = useApplication(positionId, via)
  return (
    <Screen
      nav={<Nav title="申请转岗" close />}
      query={query}
      skeleton={<SkeletonBlock height={320} />}
      bar={
        <BottomBar consequence={form.missing ?? '先只有招聘同事知道'}>
          <Button disabled={form.missing !== undefined} onTap={form.send}>
            交给招聘
          </Button>
        </BottomBar>
      }
    >
      {({ position }) => (
        <View className="pad column gap-12">
          <Card>
            <View className="t16 medium">{position.title}</View>
            <View className="t14 secondary mt-4">{whereOf(position)}</View>
          </Card>
          <Card className="column gap-12">
            <Field
              label="怎么联系你"
              value={form.contact}
              placeholder="手机号，或方便的时间和方式"
              maxLength={40}
              onChange={form.setContact}
            />
            <Field
              label="为什么想去"
              multiline
              value={form.words}
              placeholder="做过什么，想做什么"
              maxLength={500}
              onChange={form.setWords}
            />
          </Card>
          <Card padding="none">
            <ResumeRow resume={form.resume} onChange={form.setResume} />
          </Card>
          <Card padding="none">
            <ColleaguePicker
              label="你的上级"
              value={form.lead}
              onChange={form.setLead}
              without={me ? [me.employeeId] : []}
            />
            <View className="t12 secondary careers__note">我们据此对他保密，等你和招聘同事谈过再说。</View>
          </Card>
        </View>
      )}
    </Screen>
  )
}
