import type { Command } from '../command.ts'
import { addCompany } from './add-company.ts'
import { addContact } from './add-contact.ts'
import { addOffer } from './add-offer.ts'
import { addTask } from './add-task.ts'
import { addRequisite } from './add-requisite.ts'
import { answerRefusalRobot } from './answer-refusal-robot.ts'
import { answerRobot } from './answer-robot.ts'
import { commentCard } from './comment-card.ts'
import { commentLoad } from './comment-load.ts'
import { linkCaller } from './link-caller.ts'
import { describeTask } from './describe-task.ts'
import { completeTask } from './complete-task.ts'
import { drawApproval } from './draw-approval.ts'
import { notifyManager } from './notify-manager.ts'
import { teachCarrier } from './teach-carrier.ts'
import { tellChat } from './tell-chat.ts'
import { updateCarrier } from './update-carrier.ts'
import { updateItem } from './update-item.ts'

/** Every kind of write there is, by the name its steps carry. */
export const COMMANDS: readonly Command[] = [
  addCompany,
  addContact,
  addOffer,
  addTask,
  addRequisite,
  answerRefusalRobot,
  answerRobot,
  commentCard,
  commentLoad,
  completeTask,
  linkCaller,
  describeTask,
  drawApproval,
  notifyManager,
  teachCarrier,
  tellChat,
  updateCarrier,
  updateItem,
]
