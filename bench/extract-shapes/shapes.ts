// The project's own pages → one list of labelled pages for the evaluation and the tests.
import { DATED } from './dates.ts'
import { LAYOUTS } from './layouts.ts'
import { OLDER } from './older.ts'
import { PORTALS } from './portals.ts'
import { PRESS } from './press.ts'
import type { Shape } from './shape.ts'
import { SYSTEMS } from './systems.ts'

export const SHAPES: readonly Shape[] = [...SYSTEMS, ...PORTALS, ...LAYOUTS, ...PRESS, ...OLDER, ...DATED]
