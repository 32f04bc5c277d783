// Every outlet of the sample press → the shape of its site.
import type { DeadId } from './defects.ts'
import type { Shape } from './shape.ts'
import { canal6 } from './shapes/canal6.ts'
import { canaveral } from './shapes/canaveral.ts'
import { correo } from './shapes/correo.ts'
import { cuisillos } from './shapes/cuisillos.ts'
import { diario } from './shapes/diario.ts'
import { gobierno } from './shapes/gobierno.ts'
import { ingenio } from './shapes/ingenio.ts'
import { momento } from './shapes/momento.ts'
import { observador } from './shapes/observador.ts'
import { occidente } from './shapes/occidente.ts'
import { radio } from './shapes/radio.ts'
import { red } from './shapes/red.ts'
import { ruta70 } from './shapes/ruta70.ts'
import { sol } from './shapes/sol.ts'
import { tribuna } from './shapes/tribuna.ts'
import { ameca, heraldo, pagina3 } from './shapes/unwell.ts'
import { zapopan } from './shapes/zapopan.ts'
import type { OutletId } from './stories.ts'

export const SHAPES: Readonly<Record<OutletId | DeadId, Shape>> = {
  correo,
  diario,
  sol,
  canaveral,
  cuisillos,
  ruta70,
  ingenio,
  canal6,
  momento,
  radio,
  red,
  occidente,
  tribuna,
  zapopan,
  observador,
  gobierno,
  heraldo,
  ameca,
  pagina3,
}
