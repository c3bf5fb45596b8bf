import { type CandidateAction, candidateStateNames, recruiterActionNames } from '@domain/careers/candidate'
import { sayInterview } from '@domain/careers/interview'
import { relationNames } from '@domain/careers/referral'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Timeline } from '@/ui/timeline/Timeline'
import { openResume } from '../../openResume'

type Opened = Output<typeof api.careers.openCandidate>

const ownWords = { submit: '提交', takeBack: '推荐人撤回', withdraw: '本人撤回', lapse: '到期' } as const

const nameOf = (action: CandidateAction): string =>
  action in ownWords
    ? ownWords[action as keyof typeof ownWords]
    : recruiterActionNames[action as keyof typeof recruiterActionNames]

/** The number stays on this page only as long as it is looked at. */
function Contact({ candidate }: Pick<Opened, 'candidate'>) {
  const [contact, setContact] = useState<string>()
  const show = useCommand(api.careers.showContact, { onDone: shown => setContact(shown.contact) })
  if (candidate.eraseAt === null) return <View className="t14 secondary">联系方式已经按期删除</View>
  return (
    <View className="row row--between row--wrap gap-8">
      <View className="t16">{contact ?? (candidate.phoneMasked || '联系方式')}</View>
      {contact === undefined ? (
        <Button kind="soft" size="small" onTap={() => show.run({ candidateId: candidate.candidateId })}>
          显示联系方式
        </Button>
      ) : null}
    </View>
  )
}

function Facts({ candidate, now }: Opened) {
  const { kind, person, relation, creditName, consent, eraseAt, leadName, leadTold, reward, unpaid } =
    candidate
  return (
    <Card>
      <KeyValueRow label={kind === 'referral' ? '推荐人' : '申请人'}>
        {person.name} · {person.department}
      </KeyValueRow>
      {relation ? <KeyValueRow label="关系">{relationNames[relation]}</KeyValueRow> : null}
      {kind === 'internal' && creditName ? <KeyValueRow label="分享的同事">{creditName}</KeyValueRow> : null}
      {leadName ? (
        <KeyValueRow label="上级">
          {leadName}，{leadTold ? '知道了' : '还不知道'}
        </KeyValueRow>
      ) : null}
      {consent ? <KeyValueRow label="本人同意">{sayWhen(consent.at, now)}</KeyValueRow> : null}
      {eraseAt ? <KeyValueRow label="资料保留到">{sayWhen(eraseAt, now)}</KeyValueRow> : null}
      {reward > 0 ? <KeyValueRow label="已奖励">{grouped(reward)} 沃币</KeyValueRow> : null}
      {unpaid ? <KeyValueRow label="推荐奖励">推荐的同事已经离职，没有发</KeyValueRow> : null}
    </Card>
  )
}

/** Everything that a recruiter may know of a candidate. */
export function CandidateBody({ candidate, now }: Opened) {
  return (
    <View className="pad column gap-12">
      <Card>
        <View className="row row--between gap-8">
          <View className="t20 bold grow">{candidate.name || '资料已删除'}</View>
          <Badge tone="accent">{candidateStateNames[candidate.state]}</Badge>
        </View>
        <View className="t14 secondary mt-4">
          {candidate.positionTitle} · {candidate.city}
        </View>
        <View className="mt-12">
          <Contact candidate={candidate} />
        </View>
      </Card>
      {candidate.words ? (
        <Card>
          <View className="t14 careers__text">{candidate.words}</View>
        </Card>
      ) : null}
      {candidate.resumeName === null ? null : (
        <Card padding="none">
          <ListRow
            lead="doc"
            title={<View className="clamp-1">{candidate.resumeName}</View>}
            meta="简历，谁看过会留下记录"
            onTap={() => void openResume(candidate.candidateId)}
          />
        </Card>
      )}
      <Facts candidate={candidate} now={now} />
      <Card>
        <Timeline
          steps={candidate.trail.map(({ action, by, at, note, interview }, place) => ({
            key: String(place),
            title: `${nameOf(action)} · ${by}`,
            meta: [interview && sayInterview(interview, now), note].filter(Boolean).join('。') || undefined,
            when: sayWhen(at, now),
            state: place === candidate.trail.length - 1 ? 'now' : 'done',
          }))}
        />
      </Card>
    </View>
  )
}
