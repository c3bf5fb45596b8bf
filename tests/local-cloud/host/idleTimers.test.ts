import { withoutIdleTimers } from '../../../tools/local-cloud/idleTimers'

const line = (data: object, code = 'OK') => JSON.stringify({ timer: 'room.tend', durationMs: 9, code, data })

describe('what the terminal tells of timers', () => {
  it('is silent about those that found nothing to do', () => {
    const idle = [
      line({ settled: 0, failed: [] }),
      line({
        verdicts: { settled: 0, forgotten: 0 },
        claims: null,
        firstAdmin: false,
        tidied: {},
        failed: [],
      }),
      line({ seal: { sealed: 0, number: 1906, hash: '7b713c' }, failed: [] }),
      // Figures are counted anew whether anybody has come or not.
      line({ counted: 21, topics: 7, roll: { days: 1, last: '2026-11-30' }, failed: [] }),
    ]
    expect(withoutIdleTimers(`${idle.join('\n')}\n`).trim()).toBe('')
  })

  it('tells what was done, what failed and what anybody else printed', () => {
    const told = [
      line({ settled: 0, escalated: 5, failed: [] }),
      line({ settled: 0, failed: ['settled'] }),
      JSON.stringify({ timer: 'room.tend', durationMs: 9, code: 'INTERNAL' }),
      JSON.stringify({ procedure: 'forum.openFeed', code: 'OK' }),
      '{"timer":"room.tend","dura',
      'TypeError: of something else',
    ]
    expect(withoutIdleTimers([line({ settled: 0 }), ...told].join('\n'))).toBe(told.join('\n'))
  })
})
