import type { Command } from '../command.ts'
import { addOffer } from './add-offer.ts'
import { addTask } from './add-task.ts'
import { commentCard } from './comment-card.ts'
import { commentLoad } from './comment-load.ts'
import { notifyManager } from './notify-manager.ts'
import { updateCarrier } from './update-carrier.ts'
import { updateItem } from './update-item.ts'

/** Every kind of write there is, by the name its steps carry. */
export const COMMANDS: readonly Command[] = [
  addOffer,
  addTask,
  commentCard,
  commentLoad,
  notifyManager,
  updateCarrier,
  updateItem,
]
