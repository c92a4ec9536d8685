"""Tests of the ground stage."""
