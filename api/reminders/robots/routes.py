"""Group robots over HTTP."""

import uuid

from fastapi import APIRouter, Request

from api.kit.http import Page, Store, answers
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.reminders.robots import service
from api.reminders.robots.policy import (
    NoSuchTeam,
    NotYourRobot,
    RobotAddressRefused,
    RobotThereAlready,
)
from api.reminders.robots.schemas import RobotGiven, RobotRead

router = APIRouter(prefix="/robots")


@router.get(
    "",
    operation_id="robots.list",
    response_model=PageRead[RobotRead],
    responses=answers(BadCursor),
    summary="The groups that hear reminders",
    description="For an admin all, for a manager those of the own team, for anybody else none.",
)
async def list_robots(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.robots, actor, asked=page)


@router.get(
    "/{robot_id}",
    operation_id="robots.get",
    response_model=RobotRead,
    responses=answers(),
    summary="One group robot",
    description="Its address is masked; whoever lost it copies it from the group again.",
)
async def get(robot_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.robot, actor, robot_id=robot_id)


@router.put(
    "/{robot_id}",
    operation_id="robots.put",
    response_model=RobotRead,
    responses=answers(NotYourRobot, RobotAddressRefused, NoSuchTeam, RobotThereAlready),
    summary="Let a robot into a group, or change it",
    description=(
        "The group hears what concerns all of its team, such as that the evening is open: a title and a link. "
        "Its address is one of the provider: qyapi.weixin.qq.com (wecom), oapi.dingtalk.com (dingtalk), "
        "open.feishu.cn or open.larksuite.com (feishu)."
    ),
)
async def put(
    robot_id: uuid.UUID, given: RobotGiven, actor: CurrentActor, store: Store, request: Request
) -> object:
    local = request.app.state.settings.local_receivers
    return await store.write(service.put, actor, robot_id=robot_id, given=given, local=local)


@router.delete(
    "/{robot_id}",
    status_code=204,
    operation_id="robots.remove",
    responses=answers(),
    summary="Take a robot out",
    description="The group hears nothing from then on.",
)
async def remove(robot_id: uuid.UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.remove, actor, robot_id=robot_id)
