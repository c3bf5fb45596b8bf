import type { Subject } from '../measure'
import type { Input, ProcedureName } from '../procedures'
import type { BenchWorld } from '../world'

/** Who calls and with what, the `time`-th time. */
type Asked<N extends ProcedureName> = (time: number) => { openid: string; input: Input<N> }

/** A screen by the one procedure that its page calls. */
export function screen<N extends ProcedureName>(
  world: BenchWorld,
  page: string,
  procedure: N,
  asked: Asked<N>,
): Subject {
  return { ...action(world, procedure, asked), label: `${page}: ${procedure}` }
}

/** What somebody does by one procedure. */
export function action<N extends ProcedureName>(
  { call }: BenchWorld,
  procedure: N,
  asked: Asked<N>,
): Subject {
  return {
    label: procedure,
    procedure,
    call: time => {
      const { openid, input } = asked(time)
      return call(openid, procedure, input)
    },
  }
}
