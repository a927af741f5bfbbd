"""群机器人: a group of WeCom, DingTalk or Feishu that hears what concerns all of a team, and nothing of one person."""
