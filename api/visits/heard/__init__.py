"""What clients said 客户原话: objections heard at visits, by client and by rep."""
